namespace Duban.Dispatch.Tests.Files;

/// <summary>Small instances of every class, made for the tests.</summary>
internal static class SmallFiles
{
    public const string Vrp = """
        NAME : toy
        TYPE : CVRP
        DIMENSION : 5
        EDGE_WEIGHT_TYPE : EUC_2D
        CAPACITY : 10
        NODE_COORD_SECTION
        1 0 0
        2 0 3
        3 4 0
        4 4 3
        5 -5 0
        DEMAND_SECTION
        1 0
        2 5
        3 5
        4 5
        5 5
        DEPOT_SECTION
         1
         -1
        EOF
        """;

    public const string MixedVrp = """
        NAME : mixed
        TYPE : HFVRP
        DIMENSION : 4
        EDGE_WEIGHT_TYPE : EUC_2D
        VEHICLE_KINDS : 2
        CAPACITIES
        10	30
        FIXED_COSTS
        5	8
        VARIABLE_COSTS
        1.0	1.5
        NUMBER_OF_VEHICLES
        2	1
        NODE_COORD_SECTION
        1 0 0
        2 0 10
        3 0 20
        4 10 0
        DEMAND_SECTION
        1 0
        2 10
        3 10
        4 10
        DEPOT_SECTION
        1
        -1
        EOF
        """;

    public const string EachVehicleVrp = """
        NAME: listed
        TYPE: HFVRP
        DIMENSION: 3
        VEHICLES: 3
        EDGE_WEIGHT_TYPE: EUC_2D
        NODE_COORD_SECTION
        1	0	0
        2	3	4
        3	6	8
        DEMAND_SECTION
        1	0
        2	7
        3	8
        CAPACITY_SECTION
        1	10
        2	10
        3	20
        VEHICLES_UNIT_DISTANCE_COST_SECTION
        1	59
        2	59
        3	100
        DEPOT_SECTION
        1
        EOF
        """;

    public const string Solomon = """
        TOY

        VEHICLE
        NUMBER     CAPACITY
          3         20

        CUSTOMER
        CUST NO.   XCOORD.   YCOORD.   DEMAND    READY TIME   DUE DATE   SERVICE TIME

            0      0         0          0          0        100          0
            1      1         1         10          0         50          5
            2      2         1         10         30         60          5
            3      5         5         10          0         90          5
        """;

    public const string LiLim = """
        2	20	1
        0	0	0	0	0	100	0	0	0
        1	1	0	7	0	90	1	0	2
        2	5	0	-7	0	90	1	1	0
        3	2	0	9	0	90	1	0	4
        4	6	0	-9	0	90	1	3	0
        """;

    public const string County = """
        {
          "name": "two villages",
          "rules": { "circuity": 1.0, "speed_kmh": 60, "stop_minutes": 2, "max_ride_minutes": 90, "arrival_window_minutes": 30 },
          "fleet": [
            { "seats": 20, "fixed_yuan": 300, "yuan_per_km": 3, "available": 2 },
            { "seats": 50, "fixed_yuan": 500, "yuan_per_km": 5, "available": 1 }
          ],
          "depot": { "x": 0, "y": 0 },
          "factories": [ { "id": "F1", "x": 3, "y": 0 }, { "id": "F2", "x": 4, "y": 0 } ],
          "villages": [ { "id": "V1", "x": 10, "y": 0 }, { "id": "V2", "x": 12, "y": 0 } ],
          "groups": [
            { "village": "V1", "factory": "F1", "people": 8 },
            { "village": "V2", "factory": "F2", "people": 9 }
          ]
        }
        """;
}
