package dk.udsagn.intake;

import java.util.ArrayList;

/** How the lines of a text end, for people. */
final class LineEnds {
    private LineEnds() {
    }

    static String of(String text) {
        int crlf = 0;
        int cr = 0;
        int lf = 0;
        int nel = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\r' -> {
                    boolean both = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                    crlf += both ? 1 : 0;
                    cr += both ? 0 : 1;
                    i += both ? 1 : 0;
                }
                case '\n' -> lf++;
                case '\u0085' -> nel++;
                default -> { }
            }
        }
        var names = new ArrayList<String>();
        if (crlf > 0) {
            names.add("CRLF");
        }
        if (lf > 0) {
            names.add("LF");
        }
        if (cr > 0) {
            names.add("CR");
        }
        if (nel > 0) {
            names.add("NEL");
        }
        return names.isEmpty() ? "one line" : String.join(" and ", names);
    }
}
