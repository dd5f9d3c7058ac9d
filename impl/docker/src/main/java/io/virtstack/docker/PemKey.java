package io.virtstack.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in the text form that OpenSSL writes: PKCS#8, or the older form of RSA keys. */
final class PemKey {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (RSA |EC |ENCRYPTED |)PRIVATE KEY-----([^-]*+)-----END");
    private static final ImmutableList<String> ALGORITHMS = ImmutableList.of("RSA", "EC", "Ed25519");
    /** What PKCS#8 has before an RSA key: version 0, and the object identifier of RSA with no parameters. */
    private static final byte[] RSA = BaseEncoding.base16().decode("020100300D06092A864886F70D0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private PemKey() {}

    static PrivateKey parse(String text) throws GeneralSecurityException {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new InvalidKeySpecException("key.pem has no private key");
        }
        byte[] bytes = decoded(key.group(2));
        return switch (key.group(1)) {
            case "" -> pkcs8(bytes);
            case "RSA " -> pkcs8(tagged(SEQUENCE, Bytes.concat(RSA, tagged(OCTETS, bytes))));
            default ->
                throw new InvalidKeySpecException("key.pem has an encrypted key, or one in OpenSSL's own form:"
                        + " convert it with 'openssl pkcs8 -topk8 -nocrypt -in key.pem'");
        };
    }

    private static byte[] decoded(String base64) throws InvalidKeySpecException {
        try {
            return BaseEncoding.base64().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("key.pem is damaged", e);
        }
    }

    private static PrivateKey pkcs8(byte[] bytes) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException e) {
                // It is of another kind.
            }
        }
        throw new InvalidKeySpecException("key.pem has a key that is none of " + ALGORITHMS);
    }

    /** In DER, with a length of two bytes, which holds for keys of all usual sizes. */
    private static byte[] tagged(int tag, byte[] content) {
        byte[] header = {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return Bytes.concat(header, content);
    }
}
