package store

func newOkxStore() *redis.Client {
	return redis.NewClient(&redis.Options{Addr: "10.0.0.4:6379", Password: "⟦phrase:a⟧", DB: 0})
}
