package io.virtstack.fleet;

/** What the application copies of a fleet are put together by. */
public enum Grouping {
    /** The machine they run on, by its name. */
    HOST,
    /** What they are: the application's name, and its version if it states one, with a space between. */
    APPLICATION,
    /** What they stand on: the name of the binaries, on a daemon the image, and the version if they state one. */
    IMAGE
}
