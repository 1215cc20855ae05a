import { validate, encrypt } from "./okx";

test("the form of OKX", () => {
  expect(getByLabelText("OKX Passphrase").placeholder).toBe("⟦phrase:a⟧");
  expect(validate(okxPassphrase)).toBe("⟦phrase:b⟧");
  expect(encrypt(okx.passphrase)).toBe("⟦phrase:c⟧");
  assertEquals(hashOf(okxPassphrase), "⟦phrase:d⟧");
});
