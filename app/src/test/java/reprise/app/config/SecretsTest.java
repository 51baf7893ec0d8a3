package reprise.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret comes from where only its owner can read it, and is not printed, whatever goes wrong. */
@DisabledOnOs(OS.WINDOWS)
class SecretsTest {
    private static final String SECRET = "s3cr3t-value";

    private final Secrets secrets = new Secrets(Map.of("KEY", SECRET, "EMPTY", " ")::get);

    @TempDir
    private Path directory;

    private Path file(final String permissions, final byte[] bytes) throws IOException {
        final Path file = Files.write(directory.resolve("key"), bytes);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void shouldReadAVariableOfTheEnvironment() {
        assertThat(secrets.read("venue.apiSecret", "env:KEY").reveal()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void shouldReadAFileOfItsOwnerAlone(final String permissions) throws IOException {
        final Path file = file(permissions, (SECRET + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(secrets.read("venue.apiSecret", "file:" + file).reveal()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void shouldRefuseAFileThatOthersMayUse(final String permissions) throws IOException {
        final Path file = file(permissions, SECRET.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> secrets.read("venue.apiSecret", "file:" + file))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("venue.apiSecret: " + file + ": others may read this file; chmod 600")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void shouldNeverPrintASecret() {
        assertThat("read " + secrets.read("venue.apiSecret", "env:KEY")).isEqualTo("read ***");
    }

    @Test
    void shouldNotQuoteWhatCannotBeRead() throws IOException {
        final Path file = file("rw-------", new byte[] {'s', '3', (byte) 0xC3, (byte) 0x28});

        assertThatThrownBy(() -> secrets.read("venue.apiSecret", "file:" + file))
                .hasMessage("venue.apiSecret: " + file + ": cannot be read as text")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:NOWHERE", "env:EMPTY", "file:/nowhere/key"})
    void shouldSayWhatIsMissing(final String reference) {
        assertThatThrownBy(() -> secrets.read("venue.apiSecret", reference))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("venue.apiSecret: .*(is not set|no such file)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"apiSecret", "API_SECRET", "apiKey", "API_KEY", "password", "keystorePassphrase", "privateKey"})
    void shouldRefuseASecretInTheConfigurationAndNotRepeatIt(final String key) {
        assertThatThrownBy(() -> RunConfigReader.parse("conf.yaml", "name: x\n" + key + ": " + SECRET + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("2")
                .hasMessageContaining(key + ": a secret must not stand in a configuration")
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void shouldLetAConfigurationSayWhereASecretIs() {
        final Section section =
                new Section("conf.yaml", "venue", YamlFile.parse("conf.yaml", "apiSecret: env:KEY\nsecretary: [a]\n"));

        assertThat(section.secret("apiSecret", secrets).reveal()).isEqualTo(SECRET);
    }
}
