package io.virtstack.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of both sides, in a folder as Docker lays them out. */
final class Certificates {
    private static final char[] IN_MEMORY = "virtstack".toCharArray();

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return what a connection by TLS needs}
     *
     * @param folder has {@code ca.pem}, {@code cert.pem} and {@code key.pem}
     * @throws DockerException if one of them is not there or cannot be used
     */
    static SSLContext context(Path folder) {
        return new Certificates(folder).context();
    }

    private SSLContext context() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity(), IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new DockerException(
                    folder.toString(),
                    DockerRule.CERTIFICATES,
                    e.toString(),
                    "put ca.pem, cert.pem and key.pem there, which the user can read; the key unencrypted",
                    e);
        }
    }

    private KeyStore authorities() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate authority : certificates("ca.pem")) {
            store.setCertificateEntry("ca-" + number++, authority);
        }
        return store;
    }

    private KeyStore identity() throws IOException, GeneralSecurityException {
        PrivateKey key = PemKey.parse(Files.readString(folder.resolve("key.pem")));
        KeyStore store = empty();
        store.setKeyEntry("client", key, IN_MEMORY, certificates("cert.pem").toArray(new Certificate[0]));
        return store;
    }

    private Collection<? extends Certificate> certificates(String file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("no certificate in " + file);
            }
            return found;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
