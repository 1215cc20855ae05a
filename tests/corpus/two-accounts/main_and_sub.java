public class OkxAccounts {
    static final String MAIN_API_KEY = "⟦key:main⟧";
    static final String MAIN_SECRET_KEY = "⟦secret:main⟧";
    static final String MAIN_PASSPHRASE = "⟦passphrase:main⟧";
    static final String SUB_API_KEY = "⟦key:sub⟧";
    static final String SUB_SECRET_KEY = "⟦secret:sub⟧";
    static final String SUB_PASSPHRASE = "⟦passphrase:sub⟧";
}
