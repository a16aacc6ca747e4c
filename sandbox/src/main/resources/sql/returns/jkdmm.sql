-- Petitions to the Chief Minister of the last half year, each with its state at the fill.
create table returns."jkdmm/petitions" as
select no as n, 'JKD/' || to_char(received, 'YYYY') || '/' || lpad(no::text, 5, '0') as key, null::text as fault, district_code,
       block_code, received, case when disposed <= truth.today() then disposed end as disposed,
       truth.draw('jkdmm-refused' || no) < 0.1 as refused
from (
    select row_number() over (order by block.code, i) as no, block.parent as district_code, block.code as block_code,
           truth.today() - truth.below('jkdmm-received' || block.code || i, 180) as received,
           truth.today() - truth.below('jkdmm-received' || block.code || i, 180)
               + 5 + truth.below('jkdmm-taken' || block.code || i, 150) as disposed
    from truth.reporter as block
    cross join generate_series(1, truth.times(2)) as i
    where block.level = 'block' and truth.draw('jkdmm' || block.code || i) < 0.7
) as petition;
call truth.spoil('jkdmm/petitions', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."jkdmm/petitions.xlsx" as
select truth.key_cell(key, fault) as "Petition_No", truth.district_cell(district_code, key, fault) as "जिला",
       truth.block_cell(block_code, key) as "प्रखंड", truth.person(key) as "आवेदक", truth.mobile(key) as "मोबाइल",
       truth.person(key) || ' को ' || truth.pick(key || 's', '{पेंशन,आवास,राशन,वेतन}') || ' नहीं मिला, ' || truth.mobile(key) as "विषय",
       truth.pick(key || 'd', '{Social Welfare,Rural Development,Food,Education,Revenue}') as "विभाग",
       truth.day_cell(received, 'DD/MM/YYYY', fault) as "प्राप्ति_तिथि", to_char(disposed, 'DD/MM/YYYY') as "निष्पादन_तिथि",
       truth.code_cell(case when disposed is null then 'लंबित' when refused then 'अस्वीकृत' else 'निष्पादित' end, fault) as "स्थिति"
from returns."jkdmm/petitions"
order by n, key;
comment on view drops."jkdmm/petitions.xlsx" is 'जनता के दरबार में मुख्यमंत्री: आवेदन';
