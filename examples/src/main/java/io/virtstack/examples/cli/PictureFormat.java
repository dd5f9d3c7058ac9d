package io.virtstack.examples.cli;

import java.nio.file.Path;
import java.util.Arrays;

/** The forms in which a picture can be had, each with the ending of its files. */
enum PictureFormat {
    SVG(".svg"),
    PNG(".png"),
    MERMAID(".mmd"),
    TEXT(".txt");

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    @Override
    public String toString() {
        return Choices.name(this);
    }

    /** {@return the format that a file's name asks for; text if it asks for none} */
    static PictureFormat of(Path file) {
        return Arrays.stream(values())
                .filter(format -> file.toString().endsWith(format.ending))
                .findFirst()
                .orElse(TEXT);
    }
}
