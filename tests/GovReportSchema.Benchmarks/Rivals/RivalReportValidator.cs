using FluentValidation;

namespace GovReportSchema.Benchmarks;

/// <summary>The rules of the form as a user of FluentValidation would write them.</summary>
internal sealed class RivalReportValidator : AbstractValidator<RivalReport>
{
    private static readonly RivalReportValidator s_instance = new();

    private RivalReportValidator()
    {
        RuleFor(report => report.Format).Equal("disclosure-2021");
        RuleFor(report => report.Year).InclusiveBetween(2021, 9999);
        RuleFor(report => report.Agency).NotEmpty();
        RuleFor(report => report.Overview).NotEmpty();
        RuleFor(report => report.Problems).NotEmpty();
        RuleFor(report => report.ProactiveDisclosure).SetValidator(new ProactiveValidator());
        RuleFor(report => report.Applications).SetValidator(new ApplicationsValidator());
        var outcomes = new OutcomesValidator();
        RuleFor(report => report.Remedies.Reconsideration).SetValidator(outcomes);
        RuleFor(report => report.Remedies.Litigation.Direct).SetValidator(outcomes);
        RuleFor(report => report.Remedies.Litigation.AfterReconsideration).SetValidator(outcomes);
    }

    public static int CountErrors(RivalReport report) => s_instance.Validate(report).Errors.Count;

    private sealed class ProactiveValidator : AbstractValidator<RivalProactive>
    {
        public ProactiveValidator()
        {
            var documents = new DocumentsValidator();
            RuleFor(table => table.Regulations).SetValidator(documents);
            RuleFor(table => table.NormativeDocuments).SetValidator(documents);
            RuleFor(table => table.AdministrativeLicensing.Decisions).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(table => table.AdministrativePenalties.Decisions).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(table => table.AdministrativeCompulsion.Decisions).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(table => table.AdministrativeFees.Amount).NotNull().InclusiveBetween(0, RivalChecks.MostMoney);
        }
    }

    private sealed class DocumentsValidator : AbstractValidator<RivalDocuments>
    {
        public DocumentsValidator()
        {
            RuleFor(row => row.Issued).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.Repealed).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.InForce).NotNull().InclusiveBetween(0, RivalChecks.Most);
        }
    }

    private sealed class ApplicationsValidator : AbstractValidator<RivalApplications>
    {
        public ApplicationsValidator()
        {
            var row = new RowValidator();
            RuleFor(table => table.Received).SetValidator(row);
            RuleFor(table => table.CarriedIn).SetValidator(row);
            RuleForEach(table => RivalChecks.Leaves(table.Results)).SetValidator(row);
            RuleFor(table => table.Results.Total).SetValidator(row);
            RuleFor(table => table.CarriedOver).SetValidator(row);
            for (var i = 0; i < 7; i++)
            {
                var column = i;
                RuleFor(table => table.Results.Total).Must((table, total) => SumOf(table.Results, column) == total[column])
                    .WithMessage("The total should equal the sum of outcomes (1) to (6).");
                RuleFor(table => table.Received).Must((table, received) => received[column] + table.CarriedIn[column]
                    == table.Results.Total[column] + table.CarriedOver[column])
                    .WithMessage("Received plus carried in should equal outcomes plus carried over.");
            }
        }

        private static long? SumOf(RivalResults results, int column)
        {
            long? sum = 0;
            foreach (var row in RivalChecks.Leaves(results))
            {
                sum += row[column];
            }

            return sum;
        }
    }

    private sealed class RowValidator : AbstractValidator<RivalRow>
    {
        public RowValidator()
        {
            RuleFor(row => row.NaturalPerson).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.CommercialEnterprise).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.ResearchInstitution).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.PublicWelfareOrganization).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.LegalServiceInstitution).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.Other).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(row => row.Total).Must((row, total) => row.NaturalPerson + row.CommercialEnterprise + row.ResearchInstitution
                + row.PublicWelfareOrganization + row.LegalServiceInstitution + row.Other == total)
                .WithMessage("The total should equal the sum of the six columns before it.");
        }
    }

    private sealed class OutcomesValidator : AbstractValidator<RivalOutcomes>
    {
        public OutcomesValidator()
        {
            RuleFor(part => part.Upheld).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(part => part.Corrected).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(part => part.OtherOutcome).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(part => part.Pending).NotNull().InclusiveBetween(0, RivalChecks.Most);
            RuleFor(part => part.Total).Must((part, total) => part.Upheld + part.Corrected + part.OtherOutcome + part.Pending == total)
                .WithMessage("The total should equal the outcomes and what is pending together.");
        }
    }
}
