class OkxSecrets {
  static const String apiKey = '⟦key:a⟧';
  static const secretKey = "⟦secret:a⟧";
  final passphrase = r'⟦passphrase:a with=$⟧';
}
