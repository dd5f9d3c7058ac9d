package io.virtstack.benchmarks.contenders;

/**
 * What all virtual machines are given.
 *
 * @param memory bytes
 * @param disk bytes
 * @param cores virtual CPUs
 */
public record VmSums(long memory, long disk, long cores) {}
