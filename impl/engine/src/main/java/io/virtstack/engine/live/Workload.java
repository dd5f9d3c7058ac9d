package io.virtstack.engine.live;

/**
 * A workload of a place.
 *
 * @param copies how many there are, from 1
 * @param ready when its slowest application is ready
 */
record Workload(int copies, Ready ready) {}
