package io.virtstack.image;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The digest of some content, in the form that OCI descriptors use: {@code sha256:} and 64 hexadecimal digits.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param value algorithm, colon and lower-case hexadecimal digits
 */
public record Digest(String value) implements Comparable<Digest> {
    private static final Pattern FORM = Pattern.compile("sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}");
    private static final int LONGEST_SHOWN = 160;

    /**
     * Creates the digest.
     *
     * @throws IllegalArgumentException if {@code value} is no SHA-256 or SHA-512 digest
     */
    public Digest {
        if (!FORM.matcher(value).matches()) {
            String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
            throw new IllegalArgumentException(
                    "digest '" + shown + "' is not sha256: and 64 or sha512: and 128 lower-case hexadecimal digits");
        }
    }

    /**
     * {@return the digest written as {@code algorithm:hex}}
     *
     * @param value for example {@code sha256:e3b0…}
     * @throws IllegalArgumentException if it is no SHA-256 or SHA-512 digest
     */
    public static Digest of(String value) {
        return new Digest(value);
    }

    /**
     * {@return the SHA-256 digest of the UTF-8 form of {@code text}}
     *
     * @param text what to hash
     */
    public static Digest sha256(String text) {
        return new Digest("sha256:" + Hashing.sha256().hashString(text, StandardCharsets.UTF_8));
    }

    /** {@return the algorithm: {@code sha256} or {@code sha512}} */
    public String algorithm() {
        return value.substring(0, value.indexOf(':'));
    }

    /** {@return the hexadecimal digits alone} */
    public String hex() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public int compareTo(Digest other) {
        return value.compareTo(other.value);
    }

    /** {@return the form that {@link #of} reads} */
    @Override
    public String toString() {
        return value;
    }
}
