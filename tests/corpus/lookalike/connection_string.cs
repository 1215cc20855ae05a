public class OkxStore
{
    const string Connection = "Server=db;Database=okx;User Id=sa;Password=⟦phrase:a⟧;";
}
