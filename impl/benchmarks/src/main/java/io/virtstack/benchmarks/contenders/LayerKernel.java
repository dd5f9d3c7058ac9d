package io.virtstack.benchmarks.contenders;

/** Adds up the layers of hosts, each once on its host. */
interface LayerKernel {
    /**
     * {@return bytes of layers on some hosts}
     *
     * @param ranks the images of the containers of all hosts, sorted on each host
     * @param starts the first container of each host
     */
    long layers(int[] ranks, int[] starts, int fromHost, int toHost);
}
