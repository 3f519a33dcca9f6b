<#-- EDIFACT ORDERS, purchase order to a supplier. Model: SupplierOrderMessage. -->
<#import "parties.ftl" as p>
<edifact-ORDERS>
  <BGM BGM01="220" BGM02="${number}" BGM03="9"/>
  <@p.day of=date code="137"/>
  <#if wantedShip??><@p.day of=wantedShip code="10"/></#if>
  <#if wantedBy??><@p.day of=wantedBy code="2"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties/>
  <#if currency??><CUX CUX0101="2" CUX0102="${currency}" CUX0103="9"/></#if>
  <#list lines as line>
  <@p.item of=line.item number=line.number/>
  <#if line.description?has_content><IMD IMD01="F" <#list line.description as text>IMD03${(text?index + 4)?string("00")}="${text}" </#list>/></#if>
  <@p.quantity of=line.quantity code="21" unit=line.unit!/>
  <#if line.price??><@p.price of=line.price/></#if>
  </#list>
  <UNS UNS01="S"/>
  <CNT CNT0101="2" CNT0102="${lines?size?c}"/>
</edifact-ORDERS>
