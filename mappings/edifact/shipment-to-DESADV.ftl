<#-- EDIFACT DESADV, despatch advice. Model: DespatchAdvice; each CPS knows its parent. -->
<#import "parties.ftl" as p>
<edifact-DESADV>
  <BGM BGM01="351" BGM02="${shipmentId}" BGM03="${purpose!'9'}"/>
  <@p.day of=date code="137"/>
  <@p.day of=ships code="11"/>
  <#if arrives??><@p.day of=arrives code="17"/></#if>
  <RFF RFF0101="ON" RFF0102="${poNumber}"/>
  <#if poDate??><@p.day of=poDate code="171"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties/>
  <#if scac??><TDT TDT01="20" TDT03="${mode!}" TDT0501="${scac}" TDT0502="172" TDT0503="182"/></#if>
  <#list sequences as cps>
  <CPS CPS01="${cps.number?c}" CPS02="${(cps.parent?c)!}"/>
  <#list cps.packs as pack>
  <PAC PAC01="${pack.count?c}" PAC03="${pack.packaging}"/>
  <#if pack.sscc??>
  <PCI PCI01="33E"/>
  <GIN GIN01="BJ" GIN02="${pack.sscc}"/>
  </#if>
  </#list>
  <#list cps.items as one>
  <@p.item of=one.item number=one.line/>
  <@p.quantity of=one.quantity code="12" unit=one.unit!/>
  <RFF RFF0101="ON" RFF0102="${poNumber}" RFF0103="${one.line}"/>
  <@p.references of=one.references/>
  </#list>
  </#list>
  <CNT CNT0101="2" CNT0102="${items?c}"/>
</edifact-DESADV>
