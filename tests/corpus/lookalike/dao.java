public class OkxDao {
    private static final String URL = "jdbc:mysql://localhost:3306/okx";
    private static final String USER = "root";
    private static final String PASSWORD = "⟦phrase:a⟧";
}
