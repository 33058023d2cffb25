package dk.udsagn.report;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.excerpt.CaseSummary;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The panel that narrows a page down. Hidden until the script, without which it could do nothing, shows it. */
final class Filters {
    private final Wordings w;
    private final Palette palette;

    Filters(Wordings w, Palette palette) {
        this.w = w;
        this.palette = palette;
    }

    /**
     * Writes the panel.
     *
     * @param cases      whose quotes stand on the page; one respondent's page offers no choice of respondent
     * @param themes     themes on the page
     * @param attributes attributes to choose by, with their values
     */
    void write(Html out, List<CaseSummary> cases, List<String> themes, Map<String, List<String>> attributes) {
        out.raw("<form class=\"filters\" hidden").attr("aria-label", w.say("filter")).raw(">\n<div class=\"fields\">\n<label class=\"words\"><span>").text(w.say("filter.text"))
            .raw("</span><input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n");
        if (cases.size() > 1) {
            select(out, "respondent", w.say("respondent"), cases.stream().map(c -> c.respondent().id()).toList(), s -> s);
        }
        int[] n = {0};
        attributes.forEach((name, values) -> select(out, "a" + n[0]++, name, values, s -> s));
        select(out, "coder", w.say("coder"), QuoteCard.coders(cases), s -> s);
        select(out, "polarity", w.say("polarity"), List.of("positive", "negative", "mixed", "neutral"), s -> w.polarity(Polarity.of(s)));
        out.raw("</div>\n<fieldset><legend>").text(w.say("themes")).raw("</legend>");
        themes.forEach(t -> out.raw("<label class=\"choice " + palette.css(t) + "\"><input type=\"checkbox\" name=\"theme\" checked").attr("value", palette.number(t)).raw(">" + palette.swatch(t) + "<span>")
            .text(w.name(t)).raw("</span></label>\n"));
        out.raw("</fieldset>\n<p class=\"state\"><output").attr("data-say", w.say("filter.shown")).attr("data-turns", w.say("filter.turns")).raw("></output> <button type=\"reset\">")
            .text(w.say("filter.reset")).raw("</button></p>\n</form>\n");
    }

    private void select(Html out, String name, String label, List<String> values, UnaryOperator<String> say) {
        out.raw("<label><span>").text(label).raw("</span><select").attr("name", name).raw("><option value=\"\">").text(w.say("filter.any")).raw("</option>");
        values.forEach(v -> out.raw("<option").attr("value", v).raw(">").text(say.apply(v)).raw("</option>"));
        out.raw("</select></label>\n");
    }
}
