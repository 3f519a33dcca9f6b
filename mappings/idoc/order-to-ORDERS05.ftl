<?xml version="1.0" encoding="UTF-8"?>
<#-- An accepted order for a SAP system, IDoc ORDERS05. Model: ExportedOrder. Quantities are what was accepted and what follows. A later revision is an ORDCHG with the actions 001 new, 002 changed, 003 cancelled. -->
<#macro f name value=""><#if value?has_content><${name}>${value}</${name}></#if></#macro>
<#macro party code of=""><#if of?has_content>
<E1EDKA1 SEGMENT="1">
  <PARVW>${code}</PARVW>
  <@f name="PARTN" value=(of.ids[0].value)!/>
  <@f name="NAME1" value=of.name!/>
  <@f name="NAME2" value=of.name2!/>
  <#if of.address??>
  <@f name="STRAS" value=(of.address.lines[0])!/>
  <@f name="STRS2" value=(of.address.lines[1])!/>
  <@f name="ORT01" value=of.address.city!/>
  <@f name="PSTLZ" value=of.address.postalCode!/>
  <@f name="LAND1" value=of.address.country!/>
  <@f name="REGIO" value=of.address.region!/>
  </#if>
</E1EDKA1>
</#if></#macro>
<ORDERS05>
<IDOC BEGIN="1">
<EDI_DC40 SEGMENT="1">
  <TABNAM>EDI_DC40</TABNAM>
  <DOCNUM>${(revision - 1)?string("000")}${confirmed.order.salesOrder?replace("[^0-9]", "", "r")?left_pad(13, "0")}</DOCNUM>
  <DIRECT>2</DIRECT>
  <IDOCTYP>ORDERS05</IDOCTYP>
  <MESTYP>${(revision == 1)?then("ORDERS", "ORDCHG")}</MESTYP>
  <SNDPRT>LS</SNDPRT>
  <SNDPRN>${(us.value)!"QUAYSIDE"}</SNDPRN>
  <RCVPRT>LS</RCVPRT>
  <RCVPRN>${(them.value)!"ERP"}</RCVPRN>
  <CREDAT>${at[0..9]?replace("-", "")}</CREDAT>
  <CRETIM>${at[11..18]?replace(":", "")}</CRETIM>
</EDI_DC40>
<E1EDK01 SEGMENT="1">
  <ACTION>${(revision == 1)?then("000", (action == "cancel")?then("003", "002"))}</ACTION>
  <CURCY>${confirmed.order.currency}</CURCY>
  <BELNR>${confirmed.order.salesOrder}</BELNR>
</E1EDK01>
<#if (order.dates.requestedDelivery)??>
<E1EDK03 SEGMENT="1">
  <IDDAT>002</IDDAT>
  <DATUM>${order.dates.requestedDelivery?replace("-", "")}</DATUM>
</E1EDK03>
</#if>
<E1EDKA1 SEGMENT="1">
  <PARVW>AG</PARVW>
  <PARTN>${customer}</PARTN>
  <@f name="NAME1" value=(order.buyer.name)!/>
</E1EDKA1>
<@party code="WE" of=order.shipTo!/>
<@party code="RE" of=order.billTo!/>
<E1EDK02 SEGMENT="1">
  <QUALF>001</QUALF>
  <BELNR>${order.poNumber}</BELNR>
  <#if order.poDate??><DATUM>${order.poDate?replace("-", "")}</DATUM></#if>
</E1EDK02>
<E1EDK02 SEGMENT="1">
  <QUALF>002</QUALF>
  <BELNR>${confirmed.order.salesOrder}</BELNR>
</E1EDK02>
<#list confirmed.lines as line>
<#assign gone = wanted[line?index] == "0">
<#if !gone || revision != 1>
<E1EDP01 SEGMENT="1">
  <POSEX>${line.number}</POSEX>
  <#if revision != 1><ACTION>${gone?then("003", "002")}</ACTION></#if>
  <MENGE>${wanted[line?index]}</MENGE>
  <@f name="MENEE" value=line.unit!/>
  <@f name="VPREI" value=(line.price.amount)!/>
  <@f name="PEINH" value=(line.price.per)!/>
  <#list line.parts as part>
  <#if part.status == "accepted" || part.status == "backordered">
  <E1EDP20 SEGMENT="1">
    <WMENG>${part.quantity}</WMENG>
    <#if part.ship??><EDATU>${part.ship.date?replace("-", "")}</EDATU></#if>
  </E1EDP20>
  </#if>
  </#list>
  <#if line.item.buyer??>
  <E1EDP19 SEGMENT="1">
    <QUALF>001</QUALF>
    <IDTNR>${line.item.buyer}</IDTNR>
  </E1EDP19>
  </#if>
  <#if line.item.sku?? || line.item.vendor??>
  <E1EDP19 SEGMENT="1">
    <QUALF>002</QUALF>
    <IDTNR>${line.item.sku!line.item.vendor}</IDTNR>
    <@f name="KTEXT" value=line.item.description!/>
  </E1EDP19>
  </#if>
  <#if line.item.gtin??>
  <E1EDP19 SEGMENT="1">
    <QUALF>003</QUALF>
    <IDTNR>${line.item.gtin}</IDTNR>
  </E1EDP19>
  </#if>
</E1EDP01>
</#if>
</#list>
<E1EDS01 SEGMENT="1">
  <SUMID>001</SUMID>
  <SUMME>${wanted?filter(one -> one != "0")?size}</SUMME>
</E1EDS01>
</IDOC>
</ORDERS05>
