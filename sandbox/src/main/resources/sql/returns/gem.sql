-- Orders of the districts' offices, with the day by which the seller must deliver.
create table returns."gem/orders" as
select row_number() over (order by ordered, district_code, i) as n,
       'GEMC-' || district_code || to_char(ordered, 'YYMMDD') || lpad(i::text, 4, '0') as key,
       null::text as fault, district_code, ordered, ordered + 21 as deliver_by,
       case when ordered + taken <= truth.today() then ordered + taken end as accepted
from (
    select district.code as district_code, i, truth.today() - truth.below('gem' || district.code || i, 90) as ordered,
           4 + truth.below('gem-taken' || district.code || i, 32) as taken
    from truth.reporter as district
    cross join generate_series(1, truth.times(14)) as i
    where district.level = 'district'
) as placed;
call truth.spoil('gem/orders', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."gem/orders.xlsx" as
select truth.key_cell(key, fault) as "Order_No", truth.district_cell(district_code, key, fault) as "Buyer_District",
       truth.pick(key || 'd', '{REVENUE,HEALTH,EDUCATION,HOME,RURAL}') as "Department", truth.person(key) || ' Traders' as "Seller",
       truth.mobile(key) as "Mobile", to_char(ordered, 'DD.MM.YYYY') as "Ordered_On",
       truth.day_cell(deliver_by, 'DD.MM.YYYY', fault) as "Deliver_By", to_char(accepted, 'DD.MM.YYYY') as "Accepted_On",
       truth.code_cell(case when accepted is null then 'Placed' else 'Accepted' end, fault) as "State"
from returns."gem/orders"
order by n, key;
comment on view drops."gem/orders.xlsx" is 'जेम पोर्टल: क्रयादेश / GeM orders';
