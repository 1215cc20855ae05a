class OkxService {
  secretKeyHash() { return "⟦HEX32:h⟧"; }
  getPassphraseHint(): string { return "Winter-Holiday7"; }
  getLabel(): string { return "Okx-Main-7x"; }
}
