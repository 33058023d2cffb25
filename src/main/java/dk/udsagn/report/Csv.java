package dk.udsagn.report;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Rows of RFC 4180: cells parted by commas, rows ended by CRLF, quotes where a cell needs them. */
final class Csv {
    private final Appendable out;
    private boolean begun;

    Csv(Appendable out) {
        this.out = out;
    }

    /** The next cell. What a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves write text. */
    Csv cell(String text) throws IOException {
        if (begun) {
            out.append(',');
        }
        begun = true;
        boolean quoted = false;
        for (int i = 0; i < text.length() && !quoted; i++) {
            char c = text.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';';
        }
        if (quoted) {
            out.append('"');
        }
        if (isFormula(text)) {
            out.append('\'');
        }
        if (quoted && text.indexOf('"') >= 0) {
            out.append(text.replace("\"", "\"\""));
        } else {
            out.append(text);
        }
        if (quoted) {
            out.append('"');
        }
        return this;
    }

    Csv cell(long n) throws IOException {
        return cell(Long.toString(n));
    }

    Csv cell(OptionalInt n) throws IOException {
        return cell(n.isPresent() ? Integer.toString(n.getAsInt()) : "");
    }

    Csv cell(OptionalLong n) throws IOException {
        return cell(n.isPresent() ? Long.toString(n.getAsLong()) : "");
    }

    Csv cells(Iterable<String> texts) throws IOException {
        for (String text : texts) {
            cell(text);
        }
        return this;
    }

    Csv cells(String... texts) throws IOException {
        for (String text : texts) {
            cell(text);
        }
        return this;
    }

    /** Ends the row. */
    void end() throws IOException {
        out.append("\r\n");
        begun = false;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+([.,][0-9]+)?");
    }
}
