client.fetch("⟦uuid:o⟧", "⟦HEX32:c⟧", "Some-Label7x")
