package io.virtstack.inventory.image;

import com.google.common.io.BaseEncoding;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.source.Reading;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {
    @Test
    void refusesWhatIsNoJson() {
        for (String text :
                new String[] {"", " ", "{", "[1,]", "{'a':1}{", "{'a':1} 2", "foobar", "{a:1}", "{'a':NaN}"}) {
            expect(() -> parse(text), InventoryRule.JSON_SYNTAX, "d.json");
        }
        byte[] malformedUtf8 = BaseEncoding.base16().decode("22FF22");
        expect(() -> Json.parse(malformedUtf8, "d.json", reading()), InventoryRule.JSON_SYNTAX, "d.json");
    }

    @Test
    void refusesDuplicateKeys() {
        expect(() -> parse("{'a':1,'b':{'x':1,'x':2}}"), InventoryRule.JSON_DUPLICATE_KEY, "d.json");
        Json both = parse("{'Config':'a','config':'b'}");
        expect(() -> both.find("Config", "config"), InventoryRule.JSON_DUPLICATE_KEY, "d.json#/config");
    }

    @Test
    void refusesWrongTypes() {
        Json json = parse("{'text':1,'size':-1,'huge':9223372036854775808,'half':1.5,'list':{},'object':[]}");
        for (Map.Entry<String, ThrowingCallable> wrong : Map.<String, ThrowingCallable>of(
                        "text", () -> json.get("text").text(),
                        "size", () -> json.get("size").size(),
                        "huge", () -> json.get("huge").size(),
                        "half", () -> json.get("half").size(),
                        "list", () -> json.get("list").elements(),
                        "object", () -> json.get("object").object())
                .entrySet()) {
            expect(wrong.getValue(), InventoryRule.DOCUMENT_FORM, "d.json#/" + wrong.getKey());
        }
        expect(() -> json.get("absent"), InventoryRule.DOCUMENT_FORM, "d.json#");
    }

    @Test
    void takesNullForAbsent() {
        assertThat(parse("{'a':null}").find("a")).isEmpty();
        assertThat(parse("[]").find("a")).isEmpty();
    }

    @Test
    void namesPlacesByPointer() {
        Json json = parse("{'a/b~':[0,{'c':1}]}");
        assertThat(json.get("a/b~").elements().get(1).get("c").place()).isEqualTo("d.json#/a~1b~0/1/c");
    }

    @Test
    void refusesNumbersOfExtremeLength() {
        expect(() -> parse("[" + "9".repeat(2_000) + "]"), InventoryRule.LIMIT_JSON_DEPTH, "d.json");
    }

    private static Json parse(String text) {
        return Json.parse(ImageFixture.bytes(text), "d.json", reading());
    }

    private static Reading reading() {
        return new Reading(Path.of("x"), ReadLimits.defaults());
    }

    private static void expect(ThrowingCallable call, InventoryRule rule, String place) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(InventoryException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo(rule);
                    assertThat(refusal.place()).isEqualTo(place);
                });
    }
}
