val okx = KeySpecs("⟦uuid:a⟧", "Some-Label7")
val lang = Keys("Label-One7", "Label-Two8")
