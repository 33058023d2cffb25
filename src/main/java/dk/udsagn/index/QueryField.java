package dk.udsagn.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition on the turn in a query, such as {@code role:respondent} or {@code age>=20}. */
record QueryField(String name, String relation, String value) {
    private static final Pattern FORM = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_. -]*)(:|>=|<=|!=|=|>|<)(.*)");

    static boolean isOne(Pieces.Piece piece) {
        return piece.kind() == Pieces.Kind.WORD && FORM.matcher(piece.text()).matches();
    }

    /** Whether what stands between an attribute and its value begins here. */
    static boolean startsRelation(String text, int at) {
        return at < text.length() && (":=<>".indexOf(text.charAt(at)) >= 0 || text.startsWith("!=", at));
    }

    static QueryField of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no field");
        }
        return new QueryField(matcher.group(1), matcher.group(2), matcher.group(3));
    }
}
