namespace Forms;

/// <summary>What a library makes of its form for those who use it.</summary>
public static class Departments
{
    public static StaffReturn Empty(string agency) => new() { Agency = agency, Year = 2024 };
}
