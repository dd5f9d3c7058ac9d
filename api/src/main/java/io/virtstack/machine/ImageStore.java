package io.virtstack.machine;

/** How a Docker daemon keeps images on disk. */
public enum ImageStore {
    /** One unpacked directory per distinct ChainID: the classic store with the overlay2 driver. */
    OVERLAY2,
    /** One unpacked snapshot per distinct ChainID and, besides, one compressed blob per distinct digest. */
    CONTAINERD
}
