package io.virtstack.benchmarks.contenders;

/** Adds up the layers of hosts, each once on its host. It keeps the images of all containers, sorted on each host. */
interface LayerKernel {
    /**
     * {@return bytes of layers on some hosts}
     *
     * @param starts the first container of each host
     */
    long layers(int[] starts, int fromHost, int toHost);
}
