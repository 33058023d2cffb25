package dk.udsagn.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Rows of RFC 4180: cells parted by commas, rows ended by CRLF, quotes where a cell needs them. For Excel in Danish: parted by semicolons, with decimal commas. */
final class Csv {
    /** A bit for each letter that puts its cell into quotes. */
    private static final long SPECIAL = 1L << ',' | 1L << ';' | 1L << '"' | 1L << '\n' | 1L << '\r';

    private final Writer out;
    private final boolean excel;
    private char[] row = new char[1 << 12];
    private int length;
    private boolean begun;

    Csv(Writer out) {
        this(out, false);
    }

    private Csv(Writer out, boolean excel) {
        this.out = out;
        this.excel = excel;
    }

    static Csv forExcel(Writer out) {
        return new Csv(out, true);
    }

    /** The next cell. What a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves write text. */
    Csv cell(String text) {
        int n = text.length();
        if (row.length - length < 2 * n + 4) {                        // a comma, two quotes, an apostrophe, and every letter a quote
            row = Arrays.copyOf(row, Math.max(2 * row.length, length + 2 * n + 4));
        }
        if (begun) {
            row[length++] = excel ? ';' : ',';
        }
        begun = true;
        int start = length;
        if (isFormula(text)) {
            row[length++] = '\'';
        }
        text.getChars(0, n, row, length);
        length += n;
        int quotes = 0;
        boolean quoted = false;
        for (int i = length - n; i < length; i++) {
            char c = row[i];
            if (c < Long.SIZE && (SPECIAL >>> c & 1) != 0) {
                quoted = true;
                quotes += c == '"' ? 1 : 0;
            }
        }
        if (quoted) {
            quote(start, quotes);
        }
        return this;
    }

    /** Puts quotes round what stands from {@code start} on and doubles those in it, from the back so that nothing is overwritten before it is moved. */
    private void quote(int start, int quotes) {
        int to = length + quotes + 2;
        int from = length;
        length = to;
        row[--to] = '"';
        while (from > start) {
            char c = row[--from];
            row[--to] = c;
            if (c == '"') {
                row[--to] = c;
            }
        }
        row[start] = '"';
    }

    Csv cell(long n) {
        return cell(Long.toString(n));
    }

    Csv decimal(double n, int places) {
        String plain = BigDecimal.valueOf(n).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        return cell(excel ? plain.replace('.', ',') : plain);
    }

    Csv cell(OptionalInt n) {
        return cell(n.isPresent() ? Integer.toString(n.getAsInt()) : "");
    }

    Csv cell(OptionalLong n) {
        return cell(n.isPresent() ? Long.toString(n.getAsLong()) : "");
    }

    Csv cells(Iterable<String> texts) {
        for (String text : texts) {
            cell(text);
        }
        return this;
    }

    Csv cells(String... texts) {
        for (String text : texts) {
            cell(text);
        }
        return this;
    }

    /** Ends the row and writes it. */
    void end() throws IOException {
        row = row.length - length < 2 ? Arrays.copyOf(row, length + 2) : row;
        row[length++] = '\r';
        row[length++] = '\n';
        out.write(row, 0, length);
        length = 0;
        begun = false;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && text.charAt(0) <= '@' && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+([.,][0-9]+)?");
    }
}
