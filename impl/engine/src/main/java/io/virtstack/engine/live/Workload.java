package io.virtstack.engine.live;

/**
 * A workload of a place.
 *
 * @param copies how many there are, from 1
 * @param rank where it is in the list of its siblings
 * @param ready when its slowest application is ready
 */
record Workload(int copies, long rank, Ready ready) {}
