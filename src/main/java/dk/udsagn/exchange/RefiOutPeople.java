package dk.udsagn.exchange;

import dk.udsagn.coding.Coder;
import dk.udsagn.transcript.Respondent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Coders as users, respondents as cases with typed variables. */
final class RefiOutPeople {
    private static final List<String> TYPES = List.of("Integer", "Float", "Boolean", "Date", "DateTime", "Text");
    private final StudyData data;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> users = new HashMap<>();                    // coder to GUID, asked for with each coding

    RefiOutPeople(StudyData data) {
        this.data = data;
        var values = new LinkedHashMap<String, List<String>>();
        data.study().respondents().forEach(r -> r.attributes().forEach((name, value) -> {
            if (!name.equals(RefiPeople.DESCRIPTION)) {
                values.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
            }
        }));
        values.forEach((name, all) -> {
            String wanted = data.remembered().getOrDefault("type/" + name, "");
            types.put(name, TYPES.contains(wanted) && all.stream().allMatch(v -> fits(v, wanted)) ? wanted
                : TYPES.stream().filter(t -> all.stream().allMatch(v -> fits(v, t))).findFirst().orElse("Text"));
        });
    }

    private static boolean fits(String value, String type) {
        try {
            return switch (type) {
                case "Integer" -> value.matches("0|-?[1-9][0-9]{0,17}");
                case "Float" -> value.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
                case "Boolean" -> value.equals("true") || value.equals("false");
                case "Date" -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(value).getYear() > 0;
                case "DateTime" -> value.matches("[0-9]{4}-.*") && OffsetDateTime.parse(value).getYear() > 0;
                default -> true;
            };
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    String user(String coder) {
        return users.computeIfAbsent(coder, id -> data.remembered().getOrDefault("user/" + id, RefiGuid.orOf("user", id)));
    }

    private String variable(String name) {
        return data.remembered().getOrDefault("variable/" + name, RefiGuid.orOf("variable", name));
    }

    /** The study's coders, and whoever else coded. */
    void users(RefiXmlWriter xml, Collection<String> coded) {
        var all = new LinkedHashMap<String, String>();
        for (Coder coder : data.study().coders()) {
            all.put(coder.id(), coder.name().isEmpty() ? coder.id() : coder.name());
        }
        coded.stream().sorted().forEach(c -> all.putIfAbsent(c, c));
        if (!all.isEmpty()) {
            xml.begin("Users");
            all.forEach((id, name) -> xml.empty("User", "guid", user(id), "name", name, "id", id));
            xml.end();
        }
    }

    void variables(RefiXmlWriter xml) {
        if (!types.isEmpty()) {
            xml.begin("Variables");
            types.forEach((name, type) -> xml.empty("Variable", "guid", variable(name), "name", name, "typeOfVariable", type));
            xml.end();
        }
    }

    /** The cases; {@code sources} is source id to the GUID a case refers to. */
    void cases(RefiXmlWriter xml, Map<String, String> sources) {
        if (data.study().respondents().isEmpty()) {
            return;
        }
        var speaksIn = new HashMap<String, Set<String>>();
        for (var source : data.sources()) {
            var speakers = new ArrayList<>(source.respondents());
            speakers.addAll(data.study().speakers().getOrDefault(source.id(), Map.of()).values());
            speakers.forEach(id -> speaksIn.computeIfAbsent(id, k -> new LinkedHashSet<>()).add(sources.get(source.id())));
        }
        xml.begin("Cases");
        for (Respondent r : data.study().respondents()) {
            xml.begin("Case", "guid", data.remembered().getOrDefault("case/" + r.id(), RefiGuid.orOf("case", r.id())), "name", r.id());
            String description = r.attributes().get(RefiPeople.DESCRIPTION);
            if (description != null) {
                xml.text("Description", description);
            }
            types.forEach((name, type) -> {
                String value = r.attributes().get(name);
                if (value != null) {
                    xml.begin("VariableValue").empty("VariableRef", "targetGUID", variable(name)).text(type + "Value", value).end();
                }
            });
            speaksIn.getOrDefault(r.id(), Set.of()).forEach(guid -> xml.empty("SourceRef", "targetGUID", guid));
            xml.end();
        }
        xml.end();
    }
}
