package io.virtstack.inventory.image;

import com.google.common.base.Splitter;
import io.virtstack.inventory.image.LayerFixture.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The content size by brute force: who owns which path in the end, and each owner's bytes once. */
final class SizeOracle {
    private SizeOracle() {}

    static long contentSize(List<Member> members) {
        // For each path the number of the entry whose bytes it has.
        Map<String, Integer> owners = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Integer target = owners.get(clean(member.text()));
            if (member.type() == TarConstants.LF_LINK && target != null) {
                owners.put(clean(member.path()), target);
            } else {
                owners.put(clean(member.path()), i);
            }
        }
        long size = 0;
        List<Integer> counted = new ArrayList<>();
        for (int owner : owners.values()) {
            if (!counted.contains(owner)) {
                counted.add(owner);
                size += bytes(members.get(owner));
            }
        }
        return size;
    }

    private static int bytes(Member member) {
        boolean counts = member.type() == TarConstants.LF_NORMAL || member.type() == TarConstants.LF_SYMLINK;
        boolean whiteout =
                member.type() == TarConstants.LF_NORMAL && member.path().matches("(.*/)?\\.wh\\.[^/]*");
        return counts && !whiteout ? member.text().getBytes(StandardCharsets.UTF_8).length : 0;
    }

    private static String clean(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : Splitter.on('/').split(path)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
