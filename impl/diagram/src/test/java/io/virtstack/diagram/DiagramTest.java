package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.quantity.OverflowException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiagramTest {
    private static final Diagram CONTAINERS = Diagram.of(CanonicalStacks.containers());

    @Test
    void aLiveFleetIsDrawnAsOneThatIsBuiltAtOnce() {
        LiveFleet live = AggregationEngine.create().liveFleet("fleet");
        Fleet.Builder built = AggregationEngine.create().fleet("fleet");
        CanonicalStacks.all().forEach((name, stack) -> {
            live.add(stack.withName(name));
            built.add(stack.withName(name));
        });

        assertThat(Diagram.of(live.snapshot()).svg())
                .isEqualTo(Diagram.of(built.build()).svg());
    }

    @Test
    void pngIsTheSvgInPixels() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(CONTAINERS.png(640)));

        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isBetween(400, 900);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            colours.add(picture.getRGB(320, y) & 0xFFFFFF);
        }
        assertThat(colours).contains(0xFFFFFF, 0xD0D7DE, 0xC2DCFB, 0xA9DDE2, 0xCFEBC3, 0xFFD5CC);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 16_385})
    void pngOfNoPossibleWidth(int width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONTAINERS.png(width))
                .withMessageContainingAll("" + width, "1 to 16384");
    }

    @Test
    void pngThatWouldBeTooHigh() {
        Diagram tower = Diagram.of(CanonicalStacks.nested());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tower.png(16_384))
                .withMessageContaining("state a smaller width");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 47, 80, 200, 5000, Integer.MAX_VALUE})
    void textFitsTheTerminal(int columns) {
        for (Hardware stack : CanonicalStacks.all().values()) {
            assertThat(Diagram.of(stack).asciiText(columns).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        }
    }

    @Test
    void textForTooNarrowATerminal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONTAINERS.text(29))
                .withMessageContainingAll("29", "30");
    }

    @Test
    void equalStacksHaveEqualPictures() {
        Diagram same = Diagram.of(CanonicalStacks.containers());

        assertThat(same.svg()).isEqualTo(CONTAINERS.svg());
        assertThat(same.mermaid()).isEqualTo(CONTAINERS.mermaid());
        assertThat(same.text(80)).isEqualTo(CONTAINERS.text(80));
    }

    @Test
    void noMachines() {
        Diagram nothing = Diagram.of("nothing", ImmutableList.of());

        assertThat(nothing.text(80)).isEqualTo("nothing\n\n");
        assertThat(SvgOutline.parse(nothing.svg()).getElementsByTagName("g").getLength())
                .isZero();
        assertThat(nothing.mermaid()).startsWith("flowchart BT\n");
    }

    @Test
    void whatCannotBeRepresentedIsAnError() {
        Hardware machine = Hardware.builder("huge")
                .runs(HostOS.builder("os")
                        .runs(Binaries.builder("all").disk("8 EB").build(), 2)
                        .build())
                .build();

        assertThatThrownBy(() -> Diagram.of(machine)).isInstanceOf(OverflowException.class);
    }

    @Test
    void sharedLayersAreOneBlockUnderAllTheirImages() {
        String text = Diagram.of(CanonicalStacks.sharedLayers()).text(200);

        assertThat(text.lines().filter(line -> line.contains("shared by 4 images")))
                .hasSize(1);
        assertThat(text.lines().filter(line -> line.contains("shared by 2 images")))
                .hasSize(1);
    }

    @Test
    void picturesOfManyAreAsLargeAsThoseOfFew() {
        int few = Diagram.of(machine(40)).svg().length();
        int many = Diagram.of(machine(20_000)).svg().length();

        assertThat(many).isLessThan(few * 11 / 10);
    }

    @Test
    void tenMillionContainersAreDrawnLikeAHundred() {
        Fleet hundred =
                AggregationEngine.create().fleet("fleet").add(machine(100)).build();
        Fleet tenMillion = AggregationEngine.create()
                .fleet("fleet")
                .add(machine(100), 100_000)
                .build();

        String few = Diagram.of(hundred).svg();
        String many = Diagram.of(tenMillion).svg();

        assertThat(tenMillion.footprint().containers()).isEqualTo(10_000_000);
        assertThat(many).contains("containers 10M").hasSizeLessThan(few.length() + 200);
    }

    private static Hardware machine(int containers) {
        ImmutableList.Builder<Binaries> images = ImmutableList.builder();
        for (int i = 0; i < containers; i++) {
            images.add(Binaries.builder("image " + i)
                    .disk("1 MB")
                    .runs(Application.builder("application " + i)
                            .disk("0 B")
                            .memory("1 MB")
                            .build())
                    .build());
        }
        DockerDaemon daemon =
                DockerDaemon.builder("docker").runsAll(images.build()).build();
        return Hardware.builder("machine")
                .runs(HostOS.builder("os").runs(daemon).build())
                .build();
    }
}
