class OkxConfig {
    public String getApiKey() { return "⟦key:a⟧"; }
    public String getSecretKey() {
        return "⟦secret:a⟧";
    }
    public String getTraceId() { return "⟦uuid:trace⟧"; }
}
