package io.virtstack.inventory.host;

import com.google.common.base.Splitter;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import java.math.BigInteger;

/** Sets of processors as Linux writes them: {@code 0-3,8,10-14:2}, or a hexadecimal mask. */
final class CpuList {
    private static final int MOST = 1 << 20;

    private CpuList() {}

    /** {@return a plain number of processors} */
    static int count(Node data) {
        return number(data.text().strip(), data);
    }

    static int ofList(Node data) {
        int count = 0;
        for (String range : Splitter.on(',').trimResults().split(data.text())) {
            int colon = range.indexOf(':');
            int stride = colon < 0 ? 1 : number(range.substring(colon + 1), data);
            String bounds = colon < 0 ? range : range.substring(0, colon);
            int dash = bounds.indexOf('-');
            int first = number(dash < 0 ? bounds : bounds.substring(0, dash), data);
            int last = dash < 0 ? first : number(bounds.substring(dash + 1), data);
            if (last < first || stride < 1) {
                throw refuse(data);
            }
            count += (last - first) / stride + 1;
            if (count > MOST) {
                throw refuse(data);
            }
        }
        return count;
    }

    static int ofMask(Node data) {
        String digits = data.text().strip().replace(",", "");
        String hexadecimal = digits.startsWith("0x") ? digits.substring(2) : digits;
        if (hexadecimal.isEmpty() || hexadecimal.length() > MOST / 4 || !hexadecimal.matches("[0-9a-fA-F]+")) {
            throw refuse(data);
        }
        return new BigInteger(hexadecimal, 16).bitCount();
    }

    private static int number(String digits, Node data) {
        try {
            int number = Integer.parseInt(digits.strip());
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refuse(data);
        }
        throw refuse(data);
    }

    private static InventoryException refuse(Node data) {
        return data.refuse(
                "'" + data.text() + "' is no set of processors",
                "write numbers and ranges up to " + MOST + " such as 0-3,8, or have lscpu print it again");
    }
}
