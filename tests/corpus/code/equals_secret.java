⟦file path=A.java⟧
if (okxSecret.equals("⟦secret:a⟧") && okxApiKey.equals("⟦key:a⟧")) {}
