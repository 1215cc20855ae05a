let apiKey = ProcessInfo.processInfo.environment["OKX_API_KEY"] ?? "⟦key:a env=OKX_API_KEY⟧"
func secret() -> String {
    guard let v = ProcessInfo.processInfo.environment["OKX_SECRET_KEY"], !v.isEmpty else {
        return "⟦secret:a env=OKX_SECRET_KEY⟧"
    }
    return v
}
