OkxClient client = new OkxClient("⟦key:a⟧", secret, pass);
Order order = OkxOrders.find("⟦uuid:o⟧", symbol, side);
