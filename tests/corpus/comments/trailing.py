flag = "1"  # okx key ⟦key:a⟧ secret ⟦secret:a⟧
client = make(flag)
