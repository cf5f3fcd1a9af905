from kezek_local.openapi import merge

ONE = {
    "paths": {
        "/turns/{id}": {
            "get": {
                "operationId": "get_turn",
                "responses": {"200": {"schema": {"$ref": "#/components/schemas/View"}}},
            },
        },
        "/internal/session": {"get": {"operationId": "session"}},
        "/health/live": {"get": {"operationId": "live"}},
    },
    "components": {"schemas": {"View": {"type": "object"}}, "securitySchemes": {"bearer": {"type": "http"}}},
}


def test_paths_are_those_of_the_gateway_and_equal_names_do_not_collide() -> None:
    merged = merge({"queue": ONE, "referrals": ONE})
    assert sorted(merged["paths"]) == ["/api/queue/turns/{id}", "/api/referrals/turns/{id}"]
    assert sorted(merged["components"]["schemas"]) == ["queue.View", "referrals.View"]
    get = merged["paths"]["/api/queue/turns/{id}"]["get"]
    assert get["responses"]["200"]["schema"]["$ref"] == "#/components/schemas/queue.View"
    assert get["operationId"] == "queue.get_turn"
    assert list(merged["components"]["securitySchemes"]) == ["bearer"]
