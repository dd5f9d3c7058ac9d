package io.virtstack.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(120)
class EngineTlsTest {
    private static final DockerOptions OPTIONS = DockerOptions.defaults().withTimeout(Duration.ofSeconds(20));
    /** Where the version of PKCS#8 ends and the key in its own form begins, for RSA keys of 2,048 to 4,096 bits. */
    private static final int OWN_FORM = 26;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path stores;

    @SuppressWarnings("NullAway.Init")
    private static TestCertificate server;

    @SuppressWarnings("NullAway.Init")
    private static TestCertificate client;

    @SuppressWarnings("NullAway.Init")
    private static TestCertificate elsewhere;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        server = TestCertificate.create(stores.resolve("server"), "EC", "ip:127.0.0.1,dns:localhost");
        client = TestCertificate.create(stores.resolve("client"), "RSA", "dns:client");
        elsewhere = TestCertificate.create(stores.resolve("elsewhere"), "Ed25519", "dns:elsewhere.example");
    }

    @BeforeEach
    void layOut() throws Exception {
        write("ca.pem", server.certificate());
        write("cert.pem", client.certificate());
        write("key.pem", client.key());
    }

    @Test
    void readsWhenBothSidesShowWhatTheOtherTrusts() throws Exception {
        try (FakeEngine engine = engine(server);
                DockerEngine docker = DockerEngine.connect(engine.uri(), OPTIONS.withCertificates(folder))) {
            assertThat(docker.read().images()).hasSize(3);
        }
    }

    @Test
    void readsWithWhatTheEnvironmentNamesAndAKeyOfTheOlderForm() throws Exception {
        byte[] key = client.keyBytes();
        write("key.pem", TestCertificate.pem("RSA PRIVATE KEY", Arrays.copyOfRange(key, OWN_FORM, key.length)));
        try (FakeEngine engine = engine(server);
                DockerEngine docker = DockerEngine.ofEnvironment(
                        Map.of(
                                "DOCKER_HOST",
                                engine.uri().toString(),
                                "DOCKER_TLS_VERIFY",
                                "1",
                                "DOCKER_CERT_PATH",
                                folder.toString()),
                        OPTIONS)) {
            assertThat(docker.read().containers()).hasSize(2);
        }
    }

    @Test
    void refusesAnEngineThatNobodyVouchesFor() throws Exception {
        write("ca.pem", elsewhere.certificate());
        try (FakeEngine engine = engine(server)) {
            assertThat(refusal(engine.uri()))
                    .hasMessageContainingAll(engine.uri().toString(), "check that the engine speaks TLS there");
        }
    }

    @Test
    void refusesAnEngineOfAnotherName() throws Exception {
        write("ca.pem", elsewhere.certificate());
        try (FakeEngine engine = engine(elsewhere)) {
            assertThat(refusal(engine.uri())).hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void saysThatTheEngineDoesNotAcceptTheCertificate() throws Exception {
        write("cert.pem", elsewhere.certificate());
        write("key.pem", elsewhere.key());
        try (FakeEngine engine = engine(server)) {
            assertThat(refusal(engine.uri())).hasMessageContaining("that it accepts cert.pem");
        }
    }

    @Test
    void saysWhatIsWrongWithThePort() throws Exception {
        try (FakeEngine plain = FakeEngine.onTcp(SmallEngine.old().answers());
                FakeEngine tls = engine(server)) {
            assertThat(refusal(plain.uri())).hasMessageContaining("check that the engine speaks TLS there");

            DockerException withoutTls = catchThrowableOfType(
                    DockerException.class,
                    () -> DockerEngine.connect(tls.uri(), OPTIONS).close());
            assertThat(withoutTls.rule()).isEqualTo(DockerRule.COMPLETE);
        }
    }

    @Test
    void saysWhichFileIsMissingOrWrong() throws Exception {
        assertWrong("key.pem", "no key", "key.pem has no private key");
        assertWrong("key.pem", TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[9]), "openssl pkcs8 -topk8");
        assertWrong("key.pem", TestCertificate.pem("EC PRIVATE KEY", new byte[9]), "openssl pkcs8 -topk8");
        assertWrong("key.pem", TestCertificate.pem("PRIVATE KEY", new byte[9]), "none of [RSA, EC, Ed25519]");
        assertWrong("key.pem", "-----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----", "key.pem is damaged");
        assertWrong("cert.pem", "", "no certificate in cert.pem");
        assertWrong("ca.pem", "nonsense", "ca.pem");
        for (String file : new String[] {"ca.pem", "cert.pem", "key.pem"}) {
            layOut();
            Files.delete(folder.resolve(file));
            assertThat(refusal(URI.create("tcp://127.0.0.1:1"))).hasMessageContainingAll(file, "put ca.pem, cert.pem");
        }
    }

    private void assertWrong(String file, String content, String message) throws Exception {
        layOut();
        write(file, content);
        assertThat(refusal(URI.create("tcp://127.0.0.1:1")))
                .hasMessageContainingAll(folder.toString(), message, "put ca.pem, cert.pem and key.pem there");
    }

    private DockerException refusal(URI uri) {
        DockerException refusal = catchThrowableOfType(DockerException.class, () -> {
            try (DockerEngine docker = DockerEngine.connect(uri, OPTIONS.withCertificates(folder))) {
                docker.read();
            }
        });
        assertThat(refusal).isNotNull();
        assertThat(refusal.rule()).as(refusal.toString()).isEqualTo(DockerRule.CERTIFICATES);
        return refusal;
    }

    private FakeEngine engine(TestCertificate certificate) throws IOException, GeneralSecurityException {
        BiFunction<Integer, String, Answer> answers = SmallEngine.old().answers();
        return FakeEngine.onTcp(new Demanding(certificate.server(client)), answers);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    /** Makes servers that demand a certificate. */
    private static final class Demanding extends ServerSocketFactory {
        private final SSLContext context;

        Demanding(SSLContext context) {
            this.context = context;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            SSLServerSocket socket =
                    (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, backlog, address);
            socket.setNeedClientAuth(true);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }
    }
}
