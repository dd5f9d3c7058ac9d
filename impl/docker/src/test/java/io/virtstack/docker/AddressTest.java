package io.virtstack.docker;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AddressTest {
    @Test
    void isTheUsualSocketUnlessStated() {
        assertThat(Address.ofEnvironment(Map.of())).hasToString("unix:///var/run/docker.sock");
        assertThat(Address.ofEnvironment(Map.of("DOCKER_HOST", ""))).hasToString("unix:///var/run/docker.sock");
        assertThat(Address.ofEnvironment(Map.of("DOCKER_HOST", " tcp://somewhere:2376 ")))
                .hasToString("tcp://somewhere:2376");
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///run/user/1000/docker.sock, unix:///run/user/1000/docker.sock",
        "tcp://127.0.0.1:2375, tcp://127.0.0.1:2375",
        "tcp://[::1]:2375, tcp://[::1]:2375",
        "http://host:80/, tcp://host:80",
        "https://host:443, tcp://host:443"
    })
    void isOneThatCanBeConnectedTo(String stated, String address) {
        assertThat(Address.of(URI.create(stated))).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://host, no host or no port",
        "tcp://:2375, tcp://host:port",
        "unix:, unix:///path/of/docker.sock",
        "unix://, unix:///path/of/docker.sock",
        "host:2375, unix:///path/of/docker.sock or tcp://host:port",
        "ftp://host:21, unix:///path/of/docker.sock or tcp://host:port",
        "/var/run/docker.sock, unix:///path/of/docker.sock",
        "not a URI, unix:///path/of/docker.sock",
        "ssh://user@host, an SSH client",
        "ssh://user@host, ssh -L",
    })
    void isRefusedWithTheReasonOtherwise(String stated, String message) {
        DockerException refusal =
                catchThrowableOfType(DockerException.class, () -> Address.ofEnvironment(Map.of("DOCKER_HOST", stated)));

        assertThat(refusal.rule()).isEqualTo(DockerRule.ADDRESS);
        assertThat(refusal).hasMessageContainingAll("'" + stated + "'", message);
    }
}
