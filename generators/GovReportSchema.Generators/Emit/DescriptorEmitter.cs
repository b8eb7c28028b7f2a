using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes the descriptor: the definition as data, with every name, label and rule resolved.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(ReportModel model, CodeWriter writer)
    {
        writer.Summary($"The descriptor of the format {model.FormatId}.");
        writer.Line("public static Gov::ReportFormat Descriptor { get; } = new(");
        writer.Line($"    id: {CodeWriter.Literal(model.FormatId)},");
        writer.Line($"    title: {Label(model.Title)},");
        writer.Line($"    source: new({Text(model.Source.Number)}, {Text(model.Source.Title)}, {Date(model.Source.Date)}),");
        writer.Line($"    years: new({Year(model.Years.First)}, {Year(model.Years.Last)}),");
        using (writer.Open("    header: [", "    ],"))
        {
            foreach (var text in model.Header)
            {
                writer.Line($"    new({CodeWriter.Literal(text.Member)}, {Label(text.Label)}, {Blank(text.Blank)}){(text.Cell is null ? "" : $" {{ Cell = {Cell(text.Cell)} }}")},");
            }
        }

        writer.Line($"    yearLabel: {Label(model.YearLabel)},");
        using (writer.Open("    sections: [", "    ],"))
        {
            foreach (var section in model.Sections)
            {
                EmitSection(section, writer);
            }
        }

        using (writer.Open("    rules: [", "    ],"))
        {
            foreach (var rule in model.Rules)
            {
                EmitRule(rule, writer);
            }
        }

        var bases = string.Join(", ", model.Bases.Select(CodeWriter.Literal));
        writer.Line($"    create: static textBytes => new {model.TypeName}(textBytes)){(bases.Length == 0 ? "" : $" {{ Bases = [{bases}] }}")};");
    }

    private static void EmitSection(SectionModel section, CodeWriter writer)
    {
        var head = $"{CodeWriter.Literal(section.Member)}, {Label(section.Label)}";
        if (section is NarrativeModel narrative)
        {
            writer.Line($"    new Gov::Narrative({head}, {Blank(narrative.Blank)}),");
        }
        else if (section is TableModel table)
        {
            using (writer.Open($"    new Gov::Table({head}, [", "    ]),"))
            {
                foreach (var block in table.Blocks)
                {
                    EmitBlock(block, writer);
                }
            }
        }
    }

    private static void EmitBlock(BlockModel block, CodeWriter writer)
    {
        using (writer.Open($"    new({(block.Heading is null ? "null" : Label(block.Heading))},", "    ),"))
        {
            using (writer.Open("    [", "    ],"))
            {
                EmitNodes(block.Columns, writer);
            }

            using (writer.Open("    [", "    ]"))
            {
                EmitNodes(block.Rows, writer);
            }
        }
    }

    private static void EmitNodes(EquatableArray<NodeModel> nodes, CodeWriter writer)
    {
        foreach (var node in nodes)
        {
            var head = $"    new({CodeWriter.Literal(node.Member)}, {Label(node.Label)})";
            if (node.Children.Count > 0)
            {
                var heading = node.IsHeading ? " IsHeading = true," : Repeat(node);
                using (writer.Open($"{head} {{{heading} Children = [", "    ] },"))
                {
                    EmitNodes(node.Children, writer);
                }

                continue;
            }

            var total = node.IsTotal ? " IsTotal = true," : "";
            var cell = node.Cell is null ? "" : $" Cell = {Cell(node.Cell)},";
            var rest = (total + cell + Repeat(node)).TrimEnd(',');
            writer.Line(rest.Length == 0 ? head + "," : $"{head} {{{rest} }},");
        }
    }

    private static void EmitRule(RuleModel rule, CodeWriter writer)
    {
        writer.Line($"    new({CodeWriter.Literal(rule.Id)}, {Label(rule.Message)}, [");
        foreach (var axis in rule.Axes)
        {
            var places = string.Join(", ", axis.Places.Select(place => CodeWriter.Number(place)));
            var terms = string.Join(", ", axis.Terms.Select(Term));
            var constant = axis.Constant == 0 ? "" : $", {CodeWriter.Number(axis.Constant)}";
            var when = axis.When is null ? "" : $" {{ When = {Condition(axis.When)} }}";
            writer.Line($"        new([{places}], {CodeWriter.Number(axis.Subject)}, [{terms}]{constant}){when},");
        }

        var rest = new List<string>();
        if (rule.Severity != RuleSeverity.Error)
        {
            rest.Add($"Severity = Gov::Severity.{rule.Severity}");
        }

        if (rule.Relation != RuleRelation.Equal)
        {
            rest.Add($"Relation = Gov::Relation.{rule.Relation}");
        }

        if (rule.IsTotal)
        {
            rest.Add("IsTotal = true");
        }

        if (rule.Scale != 0)
        {
            rest.Add($"Scale = {CodeWriter.Number(rule.Scale)}");
        }

        if (rule.Tolerance != 0)
        {
            rest.Add($"Tolerance = {CodeWriter.Number(rule.Tolerance)}");
        }

        if (rule.Source is not null)
        {
            rest.Add($"Source = {CodeWriter.Literal(rule.Source)}");
        }

        writer.Line(rest.Count == 0 ? "    ])," : $"    ]) {{ {string.Join(", ", rest)} }},");
    }

    private static string Condition(ConditionModel when)
    {
        var terms = string.Join(", ", when.Terms.Select(Term));
        var constant = when.Constant == 0 ? "" : $", {CodeWriter.Number(when.Constant)}";
        return $"new([{terms}], Gov::Relation.{when.Relation}{constant})";
    }

    private static string Repeat(NodeModel node) => node.Repeat is not { } repeat ? ""
        : $" Repeat = new({CodeWriter.Literal(repeat.Key)}, {Label(repeat.Label)}, {CodeWriter.Number(repeat.Minimum)}, {CodeWriter.Number(repeat.Maximum)}),";

    private static string Term(TermModel term) => (term.Coefficient, term.Previous) switch
    {
        _ when term.AllEntries => $"new({CodeWriter.Number(term.Offset)}, {CodeWriter.Number(term.Coefficient)}, AllEntries: true)",
        (1, false) => $"new({CodeWriter.Number(term.Offset)})",
        (_, false) => $"new({CodeWriter.Number(term.Offset)}, {CodeWriter.Number(term.Coefficient)})",
        _ => $"new({CodeWriter.Number(term.Offset)}, {CodeWriter.Number(term.Coefficient)}, Previous: true)",
    };

    private static string Cell(CellTypeModel cell) =>
        $"new(Gov::CellKind.{cell.Kind}, {CodeWriter.Number(cell.Scale)}, {Text(cell.Unit)}, {CodeWriter.Number(cell.Minimum)}, {CodeWriter.Number(cell.Maximum)}, {Blank(cell.Blank)}){Choices(cell.Choices)}";

    private static string Choices(ChoicesModel? choices) => choices is null
        ? ""
        : $" {{ Choices = [{string.Join(", ", choices.Items.Select(choice => $"new({CodeWriter.Literal(choice.Member)}, {Label(choice.Label)})"))}] }}";

    private static string Label(LabelModel label) => $"new({CodeWriter.Literal(label.Zh)}, {CodeWriter.Literal(label.En)})";

    private static string Blank(BlankPolicy policy) => $"Gov::BlankPolicy.{policy}";

    private static string Text(string? text) => text is null ? "null" : CodeWriter.Literal(text);

    private static string Year(int? year) => year is { } number ? CodeWriter.Number(number) : "null";

    /// <summary>A date that the definition has as <c>yyyy-MM-dd</c>, checked when it was read.</summary>
    private static string Date(string? date) => date is null
        ? "null"
        : "new(" + string.Join(", ", date.Split('-').Select(part => part.TrimStart('0'))) + ")";
}
