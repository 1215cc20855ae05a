public interface OklinkApi {
    @Headers({"Ok-Access-Key: ⟦key:a⟧", "Accept: application/json"})
    @GET("/api/v5/explorer/address/address-summary")
    Call<Summary> summary(@Query("address") String address);
}
