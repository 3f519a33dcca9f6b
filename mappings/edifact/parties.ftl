<#-- NAD: a party as its sender named it; its address where no number says who it is. NAD+BY+5412345000013::9++Acme Inc' -->
<#macro loops of>
<#list of as party>
  <NAD NAD01="${party.code}" NAD0201="${party.id!}" NAD0203="${party.qualifier!}" <@text of=party.name! tag="NAD04"/> <#list party.address as line><#if line?index < 4>NAD05${(line?index + 1)?string("00")}="${cut(line)}" </#if></#list>NAD06="${party.city!}" NAD07="${party.region!}" NAD08="${party.postalCode!}" NAD09="${party.country!}"/>
  <#nested party>
</#list>
</#macro>

<#-- A name over components of 35 characters. -->
<#macro text of tag><#list of?matches(".{1,35}") as part><#if part?index < 5>${tag}${(part?index + 1)?string("00")}="${part}" </#if></#list></#macro>

<#function cut line><#return line?matches(".{1,35}")?first></#function>

<#-- References. RFF+CT:4711' -->
<#macro references of>
<#list of as one>
  <RFF RFF0101="${one.code}" RFF0102="${one.value!}"/>
</#list>
</#macro>

<#-- LIN and PIA of an item: the GTIN in LIN, all else in PIA. LIN+10++4012345678901:EN' PIA+1+A1:BP' -->
<#macro item of number action="">
  <LIN LIN01="${number}" LIN02="${action}" <#if of.gtin??>LIN0301="${of.gtin.value}" LIN0302="${of.gtin.code}"</#if>/>
  <#list of.numbers as numbers>
  <PIA PIA01="${of.function}"<#list numbers as id> PIA${(id?index + 2)?string("00")}01="${id.value}" PIA${(id?index + 2)?string("00")}02="${id.code}"</#list>/>
  </#list>
</#macro>

<#-- A quantity with its unit as ordered. QTY+21:100:PCE' -->
<#macro quantity of code unit="">
  <QTY QTY0101="${code}" QTY0102="${of}" QTY0103="${unit}"/>
</#macro>

<#-- A date. DTM+137:20261123:102' -->
<#macro day of code>
  <DTM DTM0101="${code}" DTM0102="${of}" DTM0103="102"/>
</#macro>

<#-- A price; for how many only where it is not for one. PRI+AAA:9.80:::100:PCE' -->
<#macro price of>
  <PRI PRI0101="${of.code}" PRI0102="${of.amount}" PRI0105="${of.per!}" PRI0106="${of.unit!}"/>
</#macro>
